package dev.callsheet.journal.postgresql;

import dev.callsheet.runtime.Price;
import dev.callsheet.runtime.client.budget.Budget;
import dev.callsheet.runtime.client.budget.BudgetLedger;
import dev.callsheet.runtime.client.budget.Spending;
import dev.callsheet.runtime.client.error.BudgetException;
import dev.callsheet.runtime.client.error.JournalException;
import java.lang.System.Logger.Level;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A budget that all workers spend from, in the database of their {@link PostgresqlJournal}. What is
 * spent and reserved together never exceeds its total, as far as no job costs more than its price
 * says: what it may cost at most is reserved in one transaction with the sum, before the job is
 * sent. A dead worker's reservations stay until its jobs are taken over and have ended.
 *
 * <p>A reservation is its job's, and has a claimant: who reserved last. A client that could not
 * write a job down takes the reservation back only while it is the claimant, and the journal surely
 * does not have the job: else whoever has it, or finds it there, needs the reservation. What a job
 * did cost is for the client to say that follows it, by the journal, and is written again and again
 * until it is written.
 *
 * <pre>{@code
 * var budget = new PostgresqlBudget(dataSource, "films", Budget.of("2500.00"));
 * }</pre>
 */
public final class PostgresqlBudget implements BudgetLedger {
  private static final System.Logger LOG = System.getLogger(PostgresqlBudget.class.getName());

  private static final Duration RETRY_WAIT = Duration.ofSeconds(1);

  private final DataSource database;
  private final UUID claimant = UUID.randomUUID();
  private final String name;
  private final Budget limits;
  private final TransactionBatches transactions;
  private final AtomicBoolean isFailing = new AtomicBoolean();

  /**
   * The budget of that name. The first that names it sets its total; from then on it has the one
   * that is in the database, until that is {@linkplain #setTotal changed}.
   *
   * @param limits the total that a new budget has, and what each request may cost or is taken to
   *     cost by this worker
   * @throws JournalException if the database cannot be used
   */
  public PostgresqlBudget(DataSource database, String name, Budget limits) {
    this.database = database;
    this.name = name;
    this.limits = limits;
    this.transactions = new TransactionBatches(database, "callsheet-budget");
    run(
        connection ->
            Sql.update(
                connection,
                "insert into callsheet_budget (budget, total) values (?, ?) on conflict do nothing",
                name,
                limits.total()));
  }

  /**
   * Changes the total for all workers, at once. Below what is committed already, it only means that
   * nothing more is sent.
   *
   * @param total in US dollars, not negative; null for no limit
   * @throws JournalException if the database cannot be used
   */
  public void setTotal(@Nullable BigDecimal total) {
    run(
        connection ->
            Sql.update(
                connection, "update callsheet_budget set total = ? where budget = ?", total, name));
  }

  private void run(Transaction<Integer> transaction) {
    try {
      JournalTables.migrate(database);
      var unused = Transaction.execute(database, transaction);
    } catch (SQLException e) {
      throw PostgresqlJournal.unusableException(e);
    }
  }

  @Override
  public boolean reserve(UUID job, String model, Price estimate) {
    var answer = join(transactions.add(connection -> reserve(connection, job, model, estimate)));
    if (answer.refusal() != null) {
      throw answer.refusal();
    }
    return answer.isNew();
  }

  /** What came of asking for money. */
  private record Answer(boolean isNew, @Nullable BudgetException refusal) {}

  private Answer reserve(Connection connection, UUID job, String model, Price estimate)
      throws SQLException {
    var spending = lockedSpending(connection);
    var isReserved =
        Sql.update(
                connection,
                "update callsheet_reservation set claimant = ? where job = ?",
                claimant,
                job)
            > 0;
    if (isReserved) {
      return new Answer(false, null);
    }
    var kept = new Budget(spending.limit(), limits.perRequest(), limits.unknownPriceAllowance());
    BigDecimal most;
    try {
      most = kept.reservation(model, estimate);
    } catch (BudgetException refusal) {
      return new Answer(false, refusal);
    }
    var left = spending.remaining().orElse(most);
    if (most.compareTo(left) > 0) {
      return new Answer(false, kept.exhausted(model, estimate, left));
    }
    Sql.update(
        connection,
        "update callsheet_budget set reserved = reserved + ? where budget = ?",
        most,
        name);
    Sql.update(
        connection,
        "insert into callsheet_reservation (job, budget, amount, claimant) values (?, ?, ?, ?)",
        job,
        name,
        most,
        claimant);
    return new Answer(true, null);
  }

  @Override
  public void release(UUID job) {
    write(
        job,
        connection ->
            isClaimed(connection, job) && !JobLeases.isKnown(connection, job)
                ? settle(connection, job, BigDecimal.ZERO, 0, 1)
                : 0);
  }

  private boolean isClaimed(Connection connection, UUID job) throws SQLException {
    lock(connection, job);
    return Sql.exists(
        connection,
        "select from callsheet_reservation where job = ? and claimant = ?",
        job,
        claimant);
  }

  @Override
  public void settle(UUID job, BigDecimal cost, int unpriced, int results) {
    write(
        job,
        connection ->
            JobLeases.isFollowedElsewhere(connection, job)
                ? 0
                : settle(connection, job, cost.max(BigDecimal.ZERO), unpriced, results));
  }

  private void write(UUID job, Transaction<Integer> change) {
    var unused =
        transactions
            .add(change)
            .thenApply(
                written -> {
                  isFailing.set(false);
                  return written;
                })
            .exceptionally(
                failure -> {
                  if (!isFailing.getAndSet(true)) {
                    LOG.log(
                        Level.WARNING,
                        "What jobs cost cannot be written yet; their reservations stay until it can",
                        failure);
                  }
                  CompletableFuture.delayedExecutor(RETRY_WAIT.toMillis(), TimeUnit.MILLISECONDS)
                      .execute(() -> write(job, change));
                  return 0;
                });
  }

  /** The budget of a job's reservation: first, as whoever reserves locks it first. */
  private static void lock(Connection connection, UUID job) throws SQLException {
    var unused =
        Sql.exists(
            connection,
            """
            select from callsheet_budget b where budget =
              (select budget from callsheet_reservation where job = ?) for update
            """,
            job);
  }

  static int settle(Connection connection, UUID job, BigDecimal cost, int unpriced, int results)
      throws SQLException {
    lock(connection, job);
    try (var statement =
        Sql.prepare(
            connection,
            "delete from callsheet_reservation where job = ? returning budget, amount",
            job)) {
      var rows = statement.executeQuery();
      if (!rows.next()) {
        return 0;
      }
      var amount = rows.getBigDecimal(2);
      return Sql.update(
          connection,
          """
          update callsheet_budget
          set reserved = reserved - ?, reported = reported + ?, assumed = assumed + ?
          where budget = ?
          """,
          amount,
          cost,
          Budget.assumedCost(amount, unpriced, results),
          rows.getString(1));
    }
  }

  @Override
  public Spending spending() {
    return join(transactions.add(connection -> spending(connection, "")));
  }

  /** Workers that reserve at the same time do so one after the other. */
  private Spending lockedSpending(Connection connection) throws SQLException {
    return spending(connection, " for update");
  }

  private Spending spending(Connection connection, String lock) throws SQLException {
    try (var statement =
        Sql.prepare(
            connection,
            "select reported, assumed, reserved, total from callsheet_budget where budget = ?"
                + lock,
            name)) {
      var row = statement.executeQuery();
      if (!row.next()) {
        throw new SQLException("the budget " + name + " is not there any more");
      }
      return new Spending(
          row.getBigDecimal(1), row.getBigDecimal(2), row.getBigDecimal(3), row.getBigDecimal(4));
    }
  }

  private static <T> T join(CompletableFuture<T> result) {
    try {
      return result.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof JournalException known ? known : e;
    }
  }
}
