package dev.callsheet.sandbox.internal.http;

import dev.callsheet.sandbox.page.PageSource;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Pages for people, in a context of their own: {@code index.html} and what it leads to. Browsers
 * are told to load nothing from elsewhere.
 */
public final class PageHandler extends Handler.Abstract {
  private static final String FIRST = "index.html";
  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "md", "text/markdown; charset=utf-8",
          "txt", "text/plain; charset=utf-8");

  private final PageSource pages;

  /** Serves these pages. */
  public PageHandler(PageSource pages) {
    this.pages = pages;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (!HttpMethod.GET.is(request.getMethod())) {
      return new NotFoundHandler().handle(request, response, callback);
    }
    String path = Request.getPathInContext(request);
    if (path.isEmpty() || path.equals("/")) {
      String there = Request.getContextPath(request) + "/" + FIRST;
      PreparedHttpReply.text(302, "text/plain", "")
          .withHeader("Location", there)
          .send(response, callback);
      return true;
    }
    Optional<String> page = pages.text(path.substring(1));
    if (page.isEmpty()) {
      return new NotFoundHandler().handle(request, response, callback);
    }
    PreparedHttpReply.text(
            200, MEDIA_TYPES.getOrDefault(ending(path), "text/plain; charset=utf-8"), page.get())
        .withHeader("Content-Security-Policy", "default-src 'self'; img-src 'self' data:")
        .send(response, callback);
    return true;
  }

  private static String ending(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
