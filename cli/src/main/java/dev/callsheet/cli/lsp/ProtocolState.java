package dev.callsheet.cli.lsp;

import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.jsonrpc.Endpoint;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Passes on what the protocol allows at its time: nothing before {@code initialize}, and nothing
 * after {@code shutdown} but {@code exit}. Called by the one thread that reads messages.
 */
final class ProtocolState implements Endpoint {
  private static final String INITIALIZE = "initialize";
  private static final String SHUTDOWN = "shutdown";
  private static final String EXIT = "exit";

  private enum Stage {
    NEW,
    SERVING,
    SHUT_DOWN
  }

  private final Endpoint services;
  private Stage stage = Stage.NEW;

  ProtocolState(Endpoint services) {
    this.services = services;
  }

  @Override
  public CompletableFuture<?> request(String method, @Nullable Object parameter) {
    boolean begins = method.equals(INITIALIZE);
    switch (stage) {
      case NEW -> {
        if (!begins) {
          return DocumentService.refused(
              ResponseErrorCode.ServerNotInitialized, "The first request is " + INITIALIZE + ".");
        }
        stage = Stage.SERVING;
      }
      case SERVING -> {
        if (begins) {
          return DocumentService.refused(
              ResponseErrorCode.InvalidRequest, "The server is initialized already.");
        }
        stage = method.equals(SHUTDOWN) ? Stage.SHUT_DOWN : stage;
      }
      case SHUT_DOWN -> {
        return DocumentService.refused(
            ResponseErrorCode.InvalidRequest, "The server is shut down.");
      }
    }
    return services.request(method, parameter);
  }

  @Override
  public void notify(String method, @Nullable Object parameter) {
    if (stage == Stage.SERVING || method.equals(EXIT)) {
      services.notify(method, parameter);
    }
  }
}
