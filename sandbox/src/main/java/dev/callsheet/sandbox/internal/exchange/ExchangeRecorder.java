package dev.callsheet.sandbox.internal.exchange;

import dev.callsheet.runtime.internal.secrets.SecretNames;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Records what goes in and out of a handler: as bytes on their way, so that what the handler does
 * is not changed, and faults of the wire are in it. What the handler does not take is not recorded.
 */
public final class ExchangeRecorder extends Handler.Wrapper {
  private final ExchangeLog log;

  /** Records the exchanges of this handler. */
  public ExchangeRecorder(Handler handler, ExchangeLog log) {
    super(handler);
    this.log = log;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Recording recording = new Recording(log, request);
    return super.handle(
        new RecordedRequest(request, recording),
        new RecordedReply(request, response, recording),
        Callback.from(
            () -> {
              recording.replied(response.getStatus());
              callback.succeeded();
            },
            failure -> {
              recording.failed(failure);
              callback.failed(failure);
            }));
  }

  /** One exchange: in the log once its body was read, and again before its reply has ended. */
  private static final class Recording {
    private static final Set<HttpHeader> COOKIES =
        EnumSet.of(HttpHeader.COOKIE, HttpHeader.SET_COOKIE);

    private final ExchangeLog log;
    private final UUID run;
    private final Instant at;
    private final String line;
    private final String headers;
    private final CapturedText sent = new CapturedText();
    private final CapturedText received = new CapturedText();
    private @Nullable Exchange logged;

    Recording(ExchangeLog log, Request request) {
      this.log = log;
      this.run = log.run();
      this.at = log.now();
      this.line = request.getMethod() + " " + request.getHttpURI().getPathQuery();
      this.headers = headers(request);
    }

    synchronized void requested() {
      record(null, null);
    }

    synchronized void replied(int status) {
      if (logged == null || logged.status() == null) {
        record(status, null);
      }
    }

    synchronized void failed(Throwable failure) {
      record(
          logged == null ? null : logged.status(), "the connection ended: " + failure.getMessage());
    }

    private void record(@Nullable Integer status, @Nullable String end) {
      Exchange now =
          new Exchange(
              logged == null ? 0 : logged.id(),
              0,
              at,
              line,
              headers,
              sent.text(),
              status,
              received.text(),
              new Exchange.NamedTasks(sent.namedBeyond(), received.namedBeyond()),
              end);
      logged = log.put(run, logged, now);
    }

    private static String headers(Request request) {
      return request.getHeaders().stream()
          .map(field -> field.getName() + ": " + shown(field))
          .collect(Collectors.joining("\n"));
    }

    private static String shown(HttpField field) {
      return SecretNames.isSecretName(field.getName()) || COOKIES.contains(field.getHeader())
          ? "***"
          : field.getValue();
    }
  }

  private static final class RecordedRequest extends Request.Wrapper {
    private final Recording recording;

    RecordedRequest(Request request, Recording recording) {
      super(request);
      this.recording = recording;
    }

    @Override
    public Content.@Nullable Chunk read() {
      Content.Chunk chunk = super.read();
      if (chunk != null && !Content.Chunk.isFailure(chunk)) {
        recording.sent.add(chunk.getByteBuffer());
        if (chunk.isLast()) {
          recording.requested();
        }
      }
      return chunk;
    }
  }

  private static final class RecordedReply extends Response.Wrapper {
    private final Recording recording;

    RecordedReply(Request request, Response response, Recording recording) {
      super(request, response);
      this.recording = recording;
    }

    @Override
    public void write(boolean last, @Nullable ByteBuffer content, Callback callback) {
      if (content != null) {
        recording.received.add(content);
      }
      if (last) {
        recording.replied(getStatus()); // before the caller can know of it
      }
      super.write(last, content, callback);
    }
  }
}
