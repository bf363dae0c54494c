package dev.callsheet.junit;

import dev.callsheet.runtime.client.CallsheetClient;
import dev.callsheet.runtime.client.journal.Journal;
import dev.callsheet.sandbox.Sandbox;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/**
 * A client of one test, which JUnit closes behind it: what the test did not wait for goes on in no
 * other test.
 */
@SuppressWarnings("deprecation") // as in Running
record TestClient(CallsheetClient client) implements CloseableResource, AutoCloseable {
  /** Those of a test are the same, and of a class or another test others. */
  record Key(Sandbox sandbox, String context) {}

  static TestClient of(Sandbox sandbox) {
    return new TestClient(
        CallsheetClient.builder()
            .environment(sandbox.environment())
            .journal(Journal.none())
            .build());
  }

  @Override
  public void close() {
    client.close();
  }
}
