package dev.callsheet.journal.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The permits of a pace: no more than its limit are out at any moment. A permit is out from before
 * its request is sent until one window after its reply has come.
 *
 * <p>Why no window at the platform has more requests than the limit, however long requests are on
 * their way and whatever clock the platform has: let some requests arrive within one window, and
 * let the permit of {@code r} be the last of theirs to be granted. That was before {@code r}
 * arrived. The reply to any other of them came after that one arrived, so after the window began;
 * its permit was still out one window later, and so when that of {@code r} was granted. All of them
 * were out at that moment, and no more than the limit ever are.
 *
 * <p>A worker that is killed does not say when its requests have ended: its permits are out until
 * they must have (see {@link PostgresqlPermits}). What is lost then is pace, for a while, and never
 * more than that. All times are of the database's clock, read behind the lock: {@code now()} would
 * be the moment before a transaction has waited.
 */
record PermitLedger(String pace, PaceLimit limit) {
  /**
   * What came of asking.
   *
   * @param permits how many are granted; 0 for none
   * @param pause how long it is not worth asking again, if none are
   */
  record Answer(int permits, Duration pause) {}

  static PermitLedger open(DataSource database, String pace, PaceLimit limit) throws SQLException {
    var unused =
        Transaction.execute(
            database,
            connection ->
                Sql.update(
                    connection,
                    "insert into callsheet_pace (pace) values (?) on conflict do nothing",
                    pace));
    return new PermitLedger(pace, limit);
  }

  /**
   * Grants permits as one grant, if there are enough.
   *
   * @param longest how long they are out at most, but for the window after
   */
  Answer grant(Connection connection, UUID grant, int least, int most, Duration longest)
      throws SQLException {
    if (!Sql.exists(connection, "select from callsheet_pace where pace = ? for update", pace)) {
      throw new SQLException("the pace " + pace + " is not there any more");
    }
    Sql.update(
        connection,
        "delete from callsheet_permit where pace = ? and free <= clock_timestamp()",
        pace);
    try (var statement =
        Sql.prepare(
            connection,
            """
            select coalesce(sum(requests), 0),
              coalesce(sum(requests) filter
                (where granted > clock_timestamp() - ? * interval '1 microsecond'), 0),
              extract(epoch from greatest(
                (select paused_until from callsheet_pace where pace = ?) - clock_timestamp(),
                interval '0')) * 1000,
              coalesce(extract(epoch from min(free) - clock_timestamp()) * 1000, 0),
              coalesce(extract(epoch from min(granted) filter
                (where granted > clock_timestamp() - ? * interval '1 microsecond')
                + ? * interval '1 microsecond' - clock_timestamp()) * 1000, 0)
            from callsheet_permit where pace = ?
            """,
            micros(limit.part()),
            pace,
            micros(limit.part()),
            micros(limit.part()),
            pace)) {
      var row = statement.executeQuery();
      row.next();
      var pause = row.getDouble(3);
      var free = limit.requests() - row.getInt(1);
      var share = Math.max(least, limit.share()) - row.getInt(2);
      var granted = Math.min(most, Math.min(free, share));
      if (pause > 0) {
        return new Answer(0, millis(pause));
      }
      if (granted < least) {
        return new Answer(0, millis(free < least ? row.getDouble(4) : row.getDouble(5)));
      }
      insert(connection, grant, granted, longest);
      return new Answer(granted, Duration.ZERO);
    }
  }

  private void insert(Connection connection, UUID grant, int permits, Duration longest)
      throws SQLException {
    Sql.update(
        connection,
        """
        insert into callsheet_permit (permit, pace, requests, granted, free)
        values (?, ?, ?, clock_timestamp(), clock_timestamp() + ? * interval '1 microsecond')
        """,
        grant,
        pace,
        permits,
        micros(longest.plus(limit.window())));
  }

  /** A grant has ended: what was used of it is out for one more window. */
  void end(Connection connection, UUID grant, int used) throws SQLException {
    if (used == 0) {
      Sql.update(connection, "delete from callsheet_permit where permit = ?", grant);
    } else {
      Sql.update(
          connection,
          """
          update callsheet_permit
          set requests = ?, free = clock_timestamp() + ? * interval '1 microsecond'
          where permit = ?
          """,
          used,
          micros(limit.window()),
          grant);
    }
  }

  /** Nothing is granted for so long. */
  void pause(Connection connection, Duration wait) throws SQLException {
    Sql.update(
        connection,
        """
        update callsheet_pace set paused_until =
          greatest(paused_until, clock_timestamp() + ? * interval '1 microsecond') where pace = ?
        """,
        micros(wait),
        pace);
  }

  private static long micros(Duration time) {
    return time.toNanos() / 1000;
  }

  private static Duration millis(double time) {
    return Duration.ofNanos((long) (time * 1e6));
  }
}
