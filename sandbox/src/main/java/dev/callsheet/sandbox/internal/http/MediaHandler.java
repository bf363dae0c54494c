package dev.callsheet.sandbox.internal.http;

import dev.callsheet.sandbox.internal.media.HostedMedia;
import dev.callsheet.sandbox.internal.media.MediaStore;
import java.util.Optional;
import org.eclipse.jetty.http.content.HttpContent;
import org.eclipse.jetty.http.content.ResourceHttpContent;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ResourceHandler;
import org.eclipse.jetty.util.Callback;

/**
 * In a context of its own: media by their name, whole or in ranges, for whoever looks on. A browser
 * runs nothing that is in them: they may be what somebody stored.
 */
public class MediaHandler extends ResourceHandler {
  private final MediaStore store;

  /** Serves what is in this store. */
  public MediaHandler(MediaStore store) {
    super(new NotFoundHandler());
    this.store = store;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    response.getHeaders().put("Content-Security-Policy", "sandbox");
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    return super.handle(request, response, callback);
  }

  @Override
  protected HttpContent.Factory newHttpContentFactory(ByteBufferPool.Sized pool) {
    return newHttpContentFactory();
  }

  /** What Jetty 12.0 calls, which Spring Boot 3.5 manages. */
  public HttpContent.Factory newHttpContentFactory() {
    return path -> find(path).map(MediaHandler::content).orElse(null);
  }

  /** What is at a path in this context, unless it has expired. */
  protected final Optional<HostedMedia> find(String path) {
    return store.find(path.substring(1));
  }

  private static HttpContent content(HostedMedia media) {
    MediaResource resource =
        new MediaResource(media.url(), media.content().bytes(), media.storedAt());
    return new ResourceHttpContent(resource, media.content().mediaType());
  }
}
