package dev.callsheet.spark;

import java.util.Objects;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A Spark within this process, of two threads, for the tests of a class. */
final class LocalSpark implements BeforeAllCallback, AfterAllCallback {
  private @Nullable SparkSession session;

  @Override
  public void beforeAll(ExtensionContext context) {
    session =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "3")
            .getOrCreate();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    session().stop();
  }

  SparkSession session() {
    return Objects.requireNonNull(session);
  }
}
