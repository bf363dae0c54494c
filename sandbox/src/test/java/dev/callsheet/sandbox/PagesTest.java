package dev.callsheet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.sandbox.page.PageSource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Pages for people beside the API. */
class PagesTest {
  private static final Map<String, String> PAGES =
      Map.of("index.html", "<h1>Models</h1>", "models/a.md", "# A", "style.css", "p {}");

  @Test
  void areShownBelowDocs() throws Exception {
    try (Sandbox sandbox = start(path -> Optional.ofNullable(PAGES.get(path)))) {
      HttpResponse<String> first = get(sandbox, "/docs/");
      assertThat(first.uri().getPath()).isEqualTo("/docs/index.html");
      assertThat(first.body()).isEqualTo("<h1>Models</h1>");
      assertThat(first.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
      assertThat(first.headers().firstValue("Content-Security-Policy").orElseThrow())
          .startsWith("default-src 'self'");
      assertThat(get(sandbox, "/docs").body()).isEqualTo("<h1>Models</h1>");
      assertThat(get(sandbox, "/docs/models/a.md").headers().firstValue("Content-Type"))
          .hasValue("text/markdown; charset=utf-8");
      assertThat(get(sandbox, "/docs/style.css").headers().firstValue("Content-Type"))
          .hasValue("text/css; charset=utf-8");
    }
  }

  @Test
  void thatAreNotThereAreErrors() throws Exception {
    try (Sandbox sandbox = start(path -> Optional.ofNullable(PAGES.get(path)))) {
      assertThat(get(sandbox, "/docs/models/b.html").statusCode()).isEqualTo(404);
      HttpRequest post =
          HttpRequest.newBuilder(uri(sandbox, "/docs/index.html"))
              .POST(BodyPublishers.ofString("{}"))
              .build();
      assertThat(client().send(post, BodyHandlers.ofString()).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void areNotThereUnlessAskedFor() throws Exception {
    try (Sandbox sandbox = start(PageSource.NONE)) {
      assertThat(get(sandbox, "/docs/index.html").statusCode()).isEqualTo(404);
    }
  }

  private static Sandbox start(PageSource pages) throws IOException {
    return Sandbox.start(SandboxOptions.builder().pages(pages).build());
  }

  private static HttpResponse<String> get(Sandbox sandbox, String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(uri(sandbox, path)).build();
    return client().send(request, BodyHandlers.ofString());
  }

  private static URI uri(Sandbox sandbox, String path) {
    return URI.create("http://127.0.0.1:" + sandbox.ledgerUri().getPort() + path);
  }

  private static HttpClient client() {
    return HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
  }
}
