package dev.callsheet.runtime.internal.transport;

import dev.callsheet.runtime.internal.wire.ApiReply;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Brings requests to the server. Whatever goes wrong is a reply too: no future ever fails. */
public interface Transport extends AutoCloseable {
  /** Sends a request, once, and completes with what came back. */
  CompletableFuture<ApiReply> exchange(TransportRequest message);

  /** How many exchanges may be under way at once; more would only wait on the way. */
  int maxConcurrency();

  /**
   * Has {@code ear} told, on the loop, what the server says of tasks without being asked. Not every
   * transport has such news.
   */
  default void setNotificationListener(Consumer<ApiReply.ParsedReply> ear) {}

  /** Whether the server has been heard to tell of results without being asked. */
  default boolean sendsNotifications() {
    return false;
  }

  /** Lets go of connections; exchanges under way may then never complete. */
  @Override
  void close();
}
