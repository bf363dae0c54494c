package dev.callsheet.runtime.internal.transport;

import dev.callsheet.runtime.client.job.Cancellation;
import dev.callsheet.runtime.internal.wire.ApiReply;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Sends requests to the server. A failure is a reply, too: no future completes exceptionally. */
public interface Transport extends AutoCloseable {
  /** Sends a request, once, and completes with what came back. */
  CompletableFuture<ApiReply> exchange(TransportRequest message);

  /** Asks the server, once, not to make a task. Not every platform has a way to. */
  default CompletableFuture<Cancellation> cancel(TaskHandle task) {
    return CompletableFuture.completedFuture(Cancellation.NOT_POSSIBLE);
  }

  /** How many requests an exchange takes at most; one, unless the platform asks for more. */
  default int requests(TransportRequest message) {
    return 1;
  }

  /** How many exchanges may be in flight at once. */
  int maxConcurrency();

  /**
   * Calls a listener, on the loop, with what the server reports on tasks unasked. Not every
   * transport has such notifications.
   */
  default void setNotificationListener(Consumer<ApiReply.ParsedReply> listener) {}

  /** Whether the server has reported results unasked. */
  default boolean sendsNotifications() {
    return false;
  }

  /** Closes all connections; exchanges in flight may then never complete. */
  @Override
  void close();
}
