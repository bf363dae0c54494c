package dev.callsheet.journal.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransactionTest {
  @ParameterizedTest
  @ValueSource(strings = {"08006", "40P01", "53100", "57P01", "57P03", "58030"})
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
}
