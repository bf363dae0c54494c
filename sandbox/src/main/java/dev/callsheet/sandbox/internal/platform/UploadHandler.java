package dev.callsheet.sandbox.internal.platform;

import java.io.InputStream;
import java.util.Objects;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** {@code PUT} or {@code POST} to {@code /uploads/NAME}: takes files that were announced. */
public final class UploadHandler extends Handler.Abstract {
  /** What the addresses of uploads begin with. */
  public static final String PATH = "/uploads/";

  private static final int NO_CONTENT = 204;

  private final FileUploads files;

  /** Takes the files that this place expects. */
  public UploadHandler(FileUploads files) {
    this.files = files;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String path = Objects.requireNonNullElse(request.getHttpURI().getPath(), "");
    if (!path.startsWith(PATH)) {
      return false;
    }
    byte[] body;
    try (InputStream stream = Content.Source.asInputStream(request)) {
      body = stream.readAllBytes();
    }
    String type = Objects.requireNonNullElse(request.getHeaders().get(HttpHeader.CONTENT_TYPE), "");
    boolean isTaken = files.receive(path.substring(PATH.length()), type, body);
    response.setStatus(isTaken ? NO_CONTENT : 404);
    response.write(true, null, callback);
    return true;
  }
}
