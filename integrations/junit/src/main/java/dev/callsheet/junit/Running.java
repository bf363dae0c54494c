package dev.callsheet.junit;

import dev.callsheet.sandbox.Sandbox;
import dev.callsheet.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/**
 * A sandbox that was started for tests. JUnit closes it: before 5.13, which Spring Boot 3.5 does
 * not manage yet, only by the older of both interfaces.
 */
@SuppressWarnings("deprecation")
record Running(Sandbox sandbox) implements CloseableResource, AutoCloseable {
  static Running start(SandboxOptions options) {
    try {
      return new Running(Sandbox.start(options));
    } catch (IOException e) {
      throw new UncheckedIOException("the sandbox did not start: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
