package dev.callsheet.journal.postgresql;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;

/** A real PostgreSQL that is stopped as by a crash, and started again with what it had written. */
final class StoppableDatabase implements AutoCloseable {
  private final Path directory;
  private final int port;
  private EmbeddedPostgres server;

  private StoppableDatabase(Path directory, int port) throws IOException {
    this.directory = directory;
    this.port = port;
    this.server = start();
  }

  static StoppableDatabase create() throws IOException {
    return new StoppableDatabase(Files.createTempDirectory("callsheet-database"), freePort());
  }

  private static int freePort() throws IOException {
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private EmbeddedPostgres start() throws IOException {
    return WorkersTest.server()
        .setDataDirectory(directory)
        .setCleanDataDirectory(false)
        .setPort(port)
        .start();
  }

  String url() {
    return server.getJdbcUrl("postgres", "postgres");
  }

  /** Immediate mode: connections are gone at once, and nothing is written that was not. */
  void stop() throws IOException, InterruptedException {
    var process =
        ProcessHandle.of(
                Long.parseLong(
                    Files.readAllLines(directory.resolve("postmaster.pid")).get(0).strip()))
            .orElseThrow();
    if (new ProcessBuilder("kill", "-QUIT", Long.toString(process.pid())).start().waitFor() != 0) {
      throw new IOException("The server cannot be stopped");
    }
    process.onExit().join();
    server.close();
  }

  void startAgain() throws IOException {
    server = start();
  }

  /** Ends all connections but the one that it does so with. */
  void cutConnections() throws SQLException {
    try (var connection = DriverManager.getConnection(url())) {
      var unused =
          Sql.exists(
              connection,
              """
              select pg_terminate_backend(pid) from pg_stat_activity
              where pid <> pg_backend_pid() and backend_type = 'client backend'
              """);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    try (var files = Files.walk(directory)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
