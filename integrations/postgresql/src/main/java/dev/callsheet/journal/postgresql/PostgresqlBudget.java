package dev.callsheet.journal.postgresql;

import dev.callsheet.runtime.Price;
import dev.callsheet.runtime.client.budget.Budget;
import dev.callsheet.runtime.client.budget.BudgetLedger;
import dev.callsheet.runtime.client.budget.Spending;
import dev.callsheet.runtime.client.error.JournalException;
import java.lang.System.Logger.Level;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A budget that all workers spend from, in the database of their {@link PostgresqlJournal}. What is
 * spent and reserved together never exceeds its total: what a job may cost at most is reserved in
 * one transaction with the sum, before the job is sent. A dead worker's reservations stay until its
 * jobs are taken over and have ended.
 *
 * <pre>{@code
 * var budget = new PostgresqlBudget(dataSource, "films", Budget.of("2500.00"));
 * }</pre>
 */
public final class PostgresqlBudget implements BudgetLedger {
  private static final System.Logger LOG = System.getLogger(PostgresqlBudget.class.getName());

  private final DataSource database;
  private final String name;
  private final Budget limits;
  private final TransactionBatches transactions;

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
    var most = limits.reservation(model, estimate);
    var answer = join(transactions.add(connection -> reserve(connection, job, most)));
    var exhausted = answer.exhausted();
    if (exhausted != null && exhausted.limit() != null) {
      throw limits
          .withTotal(exhausted.limit().toPlainString())
          .exhausted(model, estimate, exhausted.remaining().orElseThrow());
    }
    return answer.isNew();
  }

  /**
   * What came of asking for money.
   *
   * @param exhausted what was spent, where too little is left; null where it was enough
   */
  private record Answer(boolean isNew, @Nullable Spending exhausted) {}

  private Answer reserve(Connection connection, UUID job, BigDecimal most) throws SQLException {
    var spending = lockedSpending(connection);
    if (Sql.exists(connection, "select from callsheet_reservation where job = ?", job)) {
      return new Answer(false, null);
    }
    if (most.compareTo(spending.remaining().orElse(most)) > 0) {
      return new Answer(false, spending);
    }
    Sql.update(
        connection,
        "update callsheet_budget set reserved = reserved + ? where budget = ?",
        most,
        name);
    Sql.update(
        connection,
        "insert into callsheet_reservation (job, budget, amount) values (?, ?, ?)",
        job,
        name,
        most);
    return new Answer(true, null);
  }

  @Override
  public void release(UUID job) {
    change(job, BigDecimal.ZERO, 0, 1);
  }

  @Override
  public void settle(UUID job, BigDecimal cost, int unpriced, int results) {
    change(job, cost.max(BigDecimal.ZERO), unpriced, results);
  }

  private void change(UUID job, BigDecimal cost, int unpriced, int results) {
    var unused =
        transactions
            .add(connection -> change(connection, job, cost, unpriced, results))
            .exceptionally(
                failure -> {
                  LOG.log(
                      Level.WARNING,
                      "What job " + job + " cost cannot be written; its reservation stays",
                      failure);
                  return 0;
                });
  }

  private static int change(
      Connection connection, UUID job, BigDecimal cost, int unpriced, int results)
      throws SQLException {
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
