package dev.callsheet.journal.postgresql;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A real PostgreSQL for the tests of a class, empty before each. */
final class TestDatabase implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
  private @Nullable EmbeddedPostgres postgres;

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    postgres = EmbeddedPostgres.start();
  }

  @Override
  public void beforeEach(ExtensionContext context) throws SQLException {
    execute("drop schema public cascade");
    execute("create schema public");
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    running().close();
  }

  DataSource source() {
    return running().getPostgresDatabase();
  }

  String url() {
    return running().getJdbcUrl("postgres", "postgres");
  }

  private EmbeddedPostgres running() {
    return Objects.requireNonNull(postgres);
  }

  void execute(String sql) throws SQLException {
    try (var connection = source().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first column of all rows, as text. */
  List<String> query(String sql) throws SQLException {
    try (var connection = source().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var all = new ArrayList<String>();
      while (rows.next()) {
        all.add(rows.getString(1));
      }
      return all;
    }
  }
}
