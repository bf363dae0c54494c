package dev.callsheet.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.callsheet.runtime.client.error.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Authenticator;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything goes by the caller's HTTP client: here, through a proxy that wants a password. */
class OwnHttpClientTest extends ClientTest {
  private static final String PASSWORD =
      "Basic "
          + Base64.getEncoder().encodeToString("studio:sesame".getBytes(StandardCharsets.US_ASCII));
  private static final String MP4 = "\0\0\0\u0018ftypisom, and then some";

  @TempDir Path directory;
  private final List<String> forwarded = new CopyOnWriteArrayList<>();
  private final HttpClient direct = HttpClient.newHttpClient();
  private HttpServer proxy;
  private HttpClient through;

  @BeforeEach
  void open() throws IOException {
    proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    proxy.setExecutor(Executors.newCachedThreadPool());
    proxy.createContext("/", this::forward);
    proxy.start();
    through =
        HttpClient.newBuilder()
            .proxy(ProxySelector.of(proxy.getAddress()))
            .authenticator(
                new Authenticator() {
                  @Override
                  protected PasswordAuthentication getPasswordAuthentication() {
                    return new PasswordAuthentication("studio", "sesame".toCharArray());
                  }
                })
            .build();
  }

  @AfterEach
  void close() {
    proxy.stop(0);
  }

  @Test
  void requestsAndDownloadsGoThroughAProxyThatWantsAPassword() throws IOException {
    var server =
        server(
            call ->
                ScriptedResponse.data(
                    call.item("\"videoURL\":\"http://%s/moved\"".formatted(call.host()))));
    server.serving("/moved", call -> ScriptedResponse.of(302, "").with("Location", "/media.mp4"));
    server.serving(
        "/media.mp4", call -> ScriptedResponse.of(200, MP4.getBytes(StandardCharsets.ISO_8859_1)));
    try (var client = settings(server).httpClient(through).build()) {
      var file = client.submit(ClipRequest.of(1)).await(LONG).get(0).download(directory);

      assertThat(file).content(StandardCharsets.ISO_8859_1).isEqualTo(MP4);
    }
    assertThat(forwarded).contains("POST /v1", "GET /moved", "GET /media.mp4");
  }

  @Test
  void itStaysOpenWhenTheClientIsClosed() throws Exception {
    var server = server(call -> ScriptedResponse.data());
    server.serving("/still", call -> ScriptedResponse.of(200, "here"));
    settings(server).httpClient(through).build().close();

    var address = server.endpoint().resolve("/still");
    var reply = through.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());

    assertThat(reply.body()).isEqualTo("here");
  }

  @Test
  void oneThatFollowsRedirectsIsRefused() {
    var follows = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

    assertThatThrownBy(() -> CallsheetClient.builder().httpClient(follows))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("Redirect.NEVER");
  }

  private void forward(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!PASSWORD.equals(exchange.getRequestHeaders().getFirst("Proxy-Authorization"))) {
        exchange.getResponseHeaders().set("Proxy-Authenticate", "Basic realm=\"studio\"");
        exchange.sendResponseHeaders(407, -1);
        return;
      }
      URI target = exchange.getRequestURI();
      forwarded.add(exchange.getRequestMethod() + " " + target.getPath());
      var request =
          HttpRequest.newBuilder(target)
              .method(
                  exchange.getRequestMethod(),
                  BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
      for (var name : List.of("Authorization", "Content-Type")) {
        exchange
            .getRequestHeaders()
            .getOrDefault(name, List.of())
            .forEach(v -> request.header(name, v));
      }
      HttpResponse<InputStream> reply = direct.send(request.build(), BodyHandlers.ofInputStream());
      for (var name : List.of("Content-Type", "Location")) {
        reply.headers().firstValue(name).ifPresent(v -> exchange.getResponseHeaders().set(name, v));
      }
      var body = reply.body().readAllBytes();
      exchange.sendResponseHeaders(reply.statusCode(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
