package dev.callsheet.sandbox.internal.platform;

import dev.callsheet.sandbox.internal.http.RequestBodies;
import dev.callsheet.sandbox.internal.limit.ReceiveBudget;
import java.util.Objects;
import org.eclipse.jetty.http.HttpHeader;
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
  private final RequestBodies bodies;

  /** Takes the files that this place expects, within this budget. */
  public UploadHandler(FileUploads files, ReceiveBudget budget) {
    this.files = files;
    this.bodies = new RequestBodies(budget);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String path = Objects.requireNonNullElse(request.getHttpURI().getPath(), "");
    if (!path.startsWith(PATH)) {
      return false;
    }
    String name = path.substring(PATH.length());
    if (!files.isExpected(name)) {
      answer(404, response, callback);
      return true;
    }
    String type = Objects.requireNonNullElse(request.getHeaders().get(HttpHeader.CONTENT_TYPE), "");
    bodies.read(
        request,
        response,
        callback,
        body -> answer(files.receive(name, type, body) ? NO_CONTENT : 404, response, callback));
    return true;
  }

  private static void answer(int status, Response response, Callback callback) {
    response.setStatus(status);
    response.write(true, null, callback);
  }
}
