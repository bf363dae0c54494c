package dev.callsheet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.callsheet.sandbox.behavior.SandboxLimits;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Media that are stored by an address, which may not answer, or with more than is wanted. */
final class MediaFetchTest {
  private Sandbox sandbox;

  @BeforeEach
  void start() throws Exception {
    sandbox =
        Sandbox.start(
            SandboxOptions.builder()
                .limits(SandboxLimits.defaults().sizes(10_000, 20_000, 20_000))
                .build());
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private static ObjectNode upload(String media) {
    return HttpTestClient.task("mediaStorage")
        .put("taskUUID", "f6a1c0de-0c4e-4b0f-9d8e-1f2a3b4c5d6e")
        .put("operation", "upload")
        .put("media", media);
  }

  @Test
  void anAddressThatNeverAnswersHoldsUpNothing() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        WebSocketTestClient caller = WebSocketTestClient.connectAuthenticated(sandbox, "")) {
      assertThat(caller.session()).isNotEmpty();
      for (int i = 0; i < 20; i++) {
        caller.send(upload("http://127.0.0.1:" + silent.getLocalPort() + "/a.png"));
      }
      caller.ping();
      assertThat(caller.next().at("/data/0/pong").asBoolean()).isTrue();
    }
  }

  @Test
  void moreThanARequestMayHaveIsNotFetched() throws Exception {
    try (Sandbox other = Sandbox.start(SandboxOptions.defaults())) {
      HttpTestClient there = new HttpTestClient(other);
      HttpTestClient here = new HttpTestClient(sandbox);
      String small = stored(there.send(upload("AAAA".repeat(2000))).data());
      String large = stored(there.send(upload("AAAA".repeat(4000))).data());

      assertThat(stored(here.send(upload(small)).data())).contains("/media/");
      JsonNode error = here.send(upload(large)).error();
      assertThat(error.path("code").asString()).isEqualTo("downloadFailed");
      assertThat(error.path("message").asString()).contains("more than 10000 bytes");
      JsonNode nothing = here.send(upload(small + "x")).error();
      assertThat(nothing.path("message").asString()).contains("answers 404");
    }
  }

  @Test
  void mediaThatComeInAtTheSameTimeShareTheBudgetOfRequests() throws Exception {
    CountDownLatch released = new CountDownLatch(1);
    ExecutorService threads = Executors.newCachedThreadPool();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", exchange -> answer(exchange, released));
    server.start();
    try (WebSocketTestClient slow = WebSocketTestClient.connectAuthenticated(sandbox, "")) {
      String address = "http://127.0.0.1:" + server.getAddress().getPort();
      slow.session();
      for (int i = 0; i < 3; i++) {
        slow.send(upload(address + "/slow"));
      }

      JsonNode error = slow.next().at("/errors/0"); // there is room for two
      assertThat(error.path("code").asString("")).isEqualTo("serviceUnavailable");
      released.countDown();
      assertThat(slow.next().path("data")).hasSize(1);
      assertThat(slow.next().path("data")).hasSize(1);
      assertThat(new HttpTestClient(sandbox).send(upload(address + "/quick")).status())
          .isEqualTo(200);
    } finally {
      released.countDown();
      server.stop(0);
      threads.shutdown();
    }
  }

  /** All but the last byte of what is slow comes at once. */
  private static void answer(HttpExchange exchange, CountDownLatch released) throws IOException {
    exchange.sendResponseHeaders(200, 9000);
    try (OutputStream body = exchange.getResponseBody()) {
      body.write(new byte[8999]);
      body.flush();
      if (exchange.getRequestURI().getPath().equals("/slow")) {
        released.await();
      }
      body.write(0);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String stored(JsonNode data) {
    return data.path(0).path("mediaURL").asString();
  }
}
