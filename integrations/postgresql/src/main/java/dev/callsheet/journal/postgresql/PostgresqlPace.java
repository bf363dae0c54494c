package dev.callsheet.journal.postgresql;

import dev.callsheet.runtime.client.error.JournalException;
import dev.callsheet.runtime.client.journal.Scope;
import dev.callsheet.runtime.client.policy.SharedPace;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A pace that all workers keep together, in a PostgreSQL database: for each platform and account,
 * no more than so many requests in any time of a certain length, as the platform counts them. All
 * workers are to name the same limits. One exception: to look for a task whose reply was lost may
 * take 20 requests, one after the other, and takes its permits for all of them at once. Where the
 * limit is lower, or they take longer than two request timeouts, a window may have more.
 *
 * <pre>{@code
 * var pace = new PostgresqlPace(dataSource).withLimit("runware", 600, Duration.ofMinutes(1));
 * }</pre>
 */
public final class PostgresqlPace implements SharedPace {
  private final DataSource database;
  private final Map<String, PaceLimit> limits;

  /** The paces that platforms' own descriptions name, and no others. */
  public PostgresqlPace(DataSource database) {
    this(database, Map.of());
  }

  private PostgresqlPace(DataSource database, Map<String, PaceLimit> limits) {
    this.database = database;
    this.limits = limits;
  }

  /**
   * The same, with this limit for each account at a platform.
   *
   * @param platform the platform's name, such as {@code runware}
   * @param requests at least 1
   * @param window in any time of this length; at least 10 milliseconds
   * @throws IllegalArgumentException if one is less
   */
  public PostgresqlPace withLimit(String platform, int requests, Duration window) {
    var all = new HashMap<>(limits);
    all.put(platform, new PaceLimit(requests, window));
    return new PostgresqlPace(database, Map.copyOf(all));
  }

  /**
   * Begins a client's part.
   *
   * @throws JournalException if the database cannot be used
   */
  @Override
  public @Nullable Permits open(
      String platform, Scope scope, @Nullable Integer published, Duration requestTimeout) {
    var limit =
        Optional.ofNullable(limits.get(platform))
            .or(() -> Optional.ofNullable(published).map(PaceLimit::perMinute));
    return limit.isEmpty() ? null : open(platform, scope, limit.get(), requestTimeout);
  }

  private Permits open(String platform, Scope scope, PaceLimit kept, Duration requestTimeout) {
    try {
      JournalTables.migrate(database);
      var ledger =
          PermitLedger.open(
              database, platform + " " + scope.endpoint() + " " + scope.account(), kept);
      return new PostgresqlPermits(database, ledger, kept, requestTimeout);
    } catch (SQLException e) {
      throw PostgresqlJournal.unusableException(e);
    }
  }
}
