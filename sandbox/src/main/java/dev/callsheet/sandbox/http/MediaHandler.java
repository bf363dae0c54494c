package dev.callsheet.sandbox.http;

import dev.callsheet.sandbox.ledger.Entry;
import dev.callsheet.sandbox.ledger.Ledger;
import dev.callsheet.sandbox.media.MediaStore;
import dev.callsheet.sandbox.media.StoredMedia;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.content.HttpContent;
import org.eclipse.jetty.http.content.ResourceHttpContent;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ResourceHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.resource.MemoryResource;

/** A context of its own, {@code /media}: media by their name, whole or in ranges. */
public final class MediaHandler extends ResourceHandler {
  private final MediaStore store;
  private final Ledger ledger;

  /** Kept, so that a download that is taken up again finds the same date of modification. */
  private final Map<UUID, HttpContent> contents = new ConcurrentHashMap<>();

  /** Serves what is in this store. */
  public MediaHandler(MediaStore store, Ledger ledger) {
    super(new NowhereHandler());
    this.store = store;
    this.ledger = ledger;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (HttpMethod.GET.is(request.getMethod())) {
      find(Request.getPathInContext(request))
          .ifPresent(
              media ->
                  ledger.record(
                      Entry.Kind.DOWNLOAD,
                      media.taskUUID(),
                      "result " + media.uuid() + " fetched"));
    }
    return super.handle(request, response, callback);
  }

  @Override
  protected HttpContent.Factory newHttpContentFactory(ByteBufferPool.Sized pool) {
    return path ->
        find(path)
            .map(media -> contents.computeIfAbsent(media.uuid(), uuid -> content(media, pool)))
            .orElse(null);
  }

  private Optional<StoredMedia> find(String path) {
    return store.find(path.substring(1));
  }

  private static HttpContent content(StoredMedia media, ByteBufferPool.Sized pool) {
    MemoryResource resource = new MemoryResource(media.url(), media.content().bytes());
    return new ResourceHttpContent(resource, media.content().mediaType(), pool);
  }
}
