package dev.callsheet.sandbox.internal.platform;

import java.util.Objects;
import java.util.Optional;
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
  private static final int TOO_LARGE = 413;

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
    String name = path.substring(PATH.length());
    if (!files.isExpected(name)) {
      return answer(404, response, callback);
    }
    Optional<byte[]> body = RequestBody.read(request, RequestBody.FILE_LIMIT);
    if (body.isEmpty()) {
      return answer(TOO_LARGE, response, callback);
    }
    String type = Objects.requireNonNullElse(request.getHeaders().get(HttpHeader.CONTENT_TYPE), "");
    return answer(files.receive(name, type, body.get()) ? NO_CONTENT : 404, response, callback);
  }

  private static boolean answer(int status, Response response, Callback callback) {
    response.setStatus(status);
    response.write(true, null, callback);
    return true;
  }
}
