package dev.callsheet.cli.lsp;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.json.StreamMessageConsumer;
import org.eclipse.lsp4j.jsonrpc.services.ServiceEndpoints;
import org.eclipse.lsp4j.services.LanguageClient;

/** A language server over two streams, from the client's first message to its last. */
public final class LanguageServerProcess {
  /** Kept, as a logger that nobody keeps forgets its level. */
  private static final Logger PROTOCOL_LOG = Logger.getLogger("org.eclipse.lsp4j");

  private LanguageServerProcess() {}

  /**
   * Serves a client until it says that it is the end, its stream ends, or its process does.
   *
   * @param directories of specs besides the bundled ones
   * @param version of this program
   * @param in the client's messages
   * @param out receives the server's messages, and nothing else may be written to it
   * @return 0 when the client shut the server down first, else 1
   */
  public static int serve(
      List<Path> directories, String version, InputStream in, OutputStream out) {
    // A client that dies, or sends what is no message, is no reason for a stack trace.
    PROTOCOL_LOG.setLevel(Level.OFF);
    CallsheetLanguageServer server = new CallsheetLanguageServer(directories, version);
    Launcher<LanguageClient> launcher =
        new StateCheckingBuilder()
            .setLocalService(server)
            .setRemoteInterface(LanguageClient.class)
            .setInput(in)
            .setOutput(out)
            .setExecutorService(
                Executors.newCachedThreadPool(
                    task -> {
                      Thread thread = new Thread(task, "callsheet-lsp-messages");
                      thread.setDaemon(true);
                      return thread;
                    }))
            .create();
    server.connect(launcher.getRemoteProxy());
    Future<Void> listening = launcher.startListening();
    Thread end = new Thread(() -> awaitEnd(listening, server), "callsheet-lsp-end");
    end.setDaemon(true);
    end.start();
    return server.exitStatus().join();
  }

  /** As the library has it, with the state of the protocol in front of the services. */
  private static final class StateCheckingBuilder extends Launcher.Builder<LanguageClient> {
    @Override
    protected RemoteEndpoint createRemoteEndpoint(MessageJsonHandler json) {
      RemoteEndpoint endpoint =
          new RemoteEndpoint(
              new StreamMessageConsumer(output, json),
              new ProtocolState(ServiceEndpoints.toEndpoint(localServices)));
      json.setMethodProvider(endpoint);
      endpoint.setJsonHandler(json);
      return endpoint;
    }
  }

  /** Where the stream ends without a word, the client has died. */
  private static void awaitEnd(Future<Void> listening, CallsheetLanguageServer server) {
    try {
      listening.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException broken) {
      // the stream cannot be read any more, which is its end
    }
    server.exit();
  }
}
