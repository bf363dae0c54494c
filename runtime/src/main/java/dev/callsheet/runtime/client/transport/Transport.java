package dev.callsheet.runtime.client.transport;

import dev.callsheet.runtime.client.wire.Reply;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Brings requests to the server. Whatever goes wrong is a reply too: no future ever fails. */
public interface Transport extends AutoCloseable {
  /** Sends a request, once, and completes with what came back. */
  CompletableFuture<Reply> exchange(Message message);

  /** How many exchanges may be under way at once; more would only wait on the way. */
  int width();

  /**
   * Has {@code ear} told, on the loop, what the server says of tasks without being asked. Not every
   * transport has such news.
   */
  default void listen(Consumer<Reply.Answer> ear) {}

  /** Whether the server has been heard to tell of results without being asked. */
  default boolean bringsNews() {
    return false;
  }

  /** Lets go of connections; exchanges under way may then never complete. */
  @Override
  void close();
}
