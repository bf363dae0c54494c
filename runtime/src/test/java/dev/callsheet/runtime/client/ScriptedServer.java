package dev.callsheet.runtime.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.callsheet.runtime.internal.wire.WireJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A real HTTP server that answers as a test tells it to, and remembers what it was asked. */
final class ScriptedServer extends ScriptedPlatform {
  static {
    System.setProperty("sun.net.httpserver.nodelay", "true"); // else some replies take 40 ms
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  ScriptedServer(Script script) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/v1", exchange -> handle(exchange, script));
    server.start();
  }

  /** Answers requests below a path of their own by another script. */
  void serving(String path, Script script) {
    server.createContext(path, exchange -> handle(exchange, script));
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  @Override
  URI endpoint() {
    return uri("/v1");
  }

  private void handle(HttpExchange exchange, Script script) {
    try {
      var tasks = WireJson.MAPPER.readTree(exchange.getRequestBody().readAllBytes());
      var call = call(Map.copyOf(exchange.getRequestHeaders()), tasks);
      script.answer(call).send(exchange);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
