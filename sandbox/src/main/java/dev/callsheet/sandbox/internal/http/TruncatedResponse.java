package dev.callsheet.sandbox.internal.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** A reply whose connection ends in the middle of its body. */
final class TruncatedResponse extends Response.Wrapper {
  private long remainingBytes;

  /** Sends no more than that many bytes of the body. */
  TruncatedResponse(Request request, Response response, long bytes) {
    super(request, response);
    this.remainingBytes = bytes;
  }

  @Override
  public void write(boolean last, @Nullable ByteBuffer content, Callback callback) {
    int size = content == null ? 0 : content.remaining();
    if (content == null || size <= remainingBytes) {
      remainingBytes -= size;
      super.write(last, content, callback);
      return;
    }
    ByteBuffer part = content.slice(content.position(), (int) remainingBytes);
    remainingBytes = 0;
    super.write(false, part, Callback.from(() -> closeConnection(callback), callback::failed));
  }

  private void closeConnection(Callback callback) {
    getRequest().getConnectionMetaData().getConnection().getEndPoint().close();
    callback.failed(new EofException("cut on purpose"));
  }
}
