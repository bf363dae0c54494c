package dev.callsheet.journal.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class TransactionTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @ParameterizedTest
  @ValueSource(strings = {"08006", "25P03", "40P01", "53100", "57P01", "57P03", "58030"})
  void whatIsForTheDatabaseToMendMayWorkLater(String state) {
    assertThat(Transaction.failsForNow(new SQLException("", state))).isTrue();
    assertThat(
            Transaction.failsForNow(
                new IllegalStateException(new IOException(new SQLException("", state)))))
        .as("as a cause")
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"22021", "23505", "42P01", "57014", "08"})
  void whatIsWrongStaysSo(String state) {
    assertThat(Transaction.failsForNow(new SQLException("", state))).isFalse();
  }

  @Test
  void aPoolThatHasNoConnectionMayHaveOneLater() {
    assertThat(Transaction.failsForNow(new SQLTransientConnectionException("none"))).isTrue();
    assertThat(Transaction.failsForNow(new SQLTimeoutException("too slow"))).isFalse();
    assertThat(Transaction.failsForNow(new IOException("the disk is full"))).isFalse();
  }

  /** As by a process that is stopped in the middle of it. */
  @Test
  void aTransactionInWhichNothingIsDoneKeepsNoLocks() throws Exception {
    DATABASE.execute("create table pace as select 1 as permits");
    var locked = new CompletableFuture<Void>();
    var goOn = new CompletableFuture<Void>();
    var stopped =
        CompletableFuture.supplyAsync(
            () ->
                catchThrowable(
                    () ->
                        Transaction.execute(
                            DATABASE.source(),
                            Duration.ofMillis(100),
                            connection -> {
                              var unused = Sql.update(connection, "update pace set permits = 2");
                              locked.complete(null);
                              goOn.join();
                              return Sql.update(connection, "update pace set permits = 3");
                            })));

    locked.join();
    var changed =
        Transaction.execute(
            DATABASE.source(), connection -> Sql.update(connection, "update pace set permits = 4"));
    goOn.complete(null);

    assertThat(changed).isOne();
    assertThat(stopped.join()).isInstanceOf(SQLException.class).matches(Transaction::failsForNow);
    assertThat(DATABASE.query("select permits from pace")).containsExactly("4");
  }
}
