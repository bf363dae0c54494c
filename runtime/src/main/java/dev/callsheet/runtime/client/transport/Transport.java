package dev.callsheet.runtime.client.transport;

import dev.callsheet.runtime.client.wire.Reply;
import java.util.concurrent.CompletableFuture;

/** Brings requests to the server. Whatever goes wrong is a reply too: no future ever fails. */
public interface Transport extends AutoCloseable {
  /** Sends the JSON array of tasks in {@code body}, once, and completes with what came back. */
  CompletableFuture<Reply> exchange(byte[] body);

  /** Lets go of connections; exchanges under way may then never complete. */
  @Override
  void close();
}
