package dev.callsheet.runtime.internal.download;

import dev.callsheet.runtime.client.download.DownloadProgress;
import dev.callsheet.runtime.client.policy.ResponseLimits;
import dev.callsheet.runtime.internal.transport.RefusedBody;
import dev.callsheet.runtime.internal.transport.ResponseHeaders;
import dev.callsheet.runtime.internal.transport.ResponseTooLargeException;
import dev.callsheet.runtime.internal.transport.UserAgent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One download over all its attempts. What an attempt brought stays in the file, and the next asks
 * for the rest (RFC 9110, section 14), provided that the server names a version of what it sends,
 * so that it can be told to send the rest of that version only.
 */
final class ResumableTransfer {
  private static final System.Logger LOG = System.getLogger(ResumableTransfer.class.getName());
  private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");
  private static final Pattern CONTENT_RANGE =
      Pattern.compile("bytes (\\d{1,18})-\\d+/(\\d{1,18})");

  private final Path file;
  private final ResponseLimits limits;
  private final Consumer<? super DownloadProgress> listener;
  private @Nullable String version;
  private @Nullable FileBodySubscriber receiver;
  private OptionalLong total = OptionalLong.empty();
  private long received;
  private int attempt;
  private boolean isExpectedRange;

  ResumableTransfer(Path file, ResponseLimits limits, Consumer<? super DownloadProgress> listener) {
    this.file = file;
    this.limits = limits;
    this.listener = listener;
  }

  /** Asks an address for the file, or for what is missing from it. */
  HttpRequest request(URI address) {
    var request =
        HttpRequest.newBuilder(address)
            .header("User-Agent", UserAgent.VALUE)
            .header("Accept-Encoding", "identity");
    if (version != null && received > 0) {
      request.header("Range", "bytes=" + received + "-").header("If-Range", version);
    }
    return request.build();
  }

  /** Takes in the reply of the attempt that has begun, as long as that is not over. */
  synchronized BodyHandler<Path> handler() {
    isExpectedRange = false;
    var number = attempt;
    return reply -> receive(number, reply);
  }

  private synchronized BodySubscriber<Path> receive(int number, ResponseInfo reply) {
    var excess = ResponseHeaders.excess(reply.headers(), limits.headerSize());
    if (excess.isPresent()) {
      return new RefusedBody<>(excess.get());
    }
    if (number == attempt && reply.statusCode() == 200) {
      received = 0;
      version = version(reply.headers());
      total = length(reply.headers());
      return total.isPresent() && total.getAsLong() > limits.downloadSize()
          ? new RefusedBody<>(
              new ResponseTooLargeException(
                  FileBodySubscriber.FILE, limits.downloadSize(), "bytes"))
          : write(StandardOpenOption.TRUNCATE_EXISTING);
    }
    return number == attempt && isMissingRange(reply)
        ? write(StandardOpenOption.APPEND)
        : BodySubscribers.replacing(file);
  }

  private BodySubscriber<Path> write(OpenOption option) {
    isExpectedRange = true;
    receiver =
        new FileBodySubscriber(
            BodySubscribers.ofFile(file, StandardOpenOption.WRITE, option),
            received,
            limits.downloadSize(),
            this::onBytes);
    return receiver;
  }

  private static OptionalLong length(HttpHeaders headers) {
    return headers
        .firstValue("Content-Length")
        .filter(value -> LENGTH.matcher(value).matches())
        .map(value -> OptionalLong.of(Long.parseLong(value)))
        .orElse(OptionalLong.empty());
  }

  /** Whether a reply has just what is missing from the file. */
  private boolean isMissingRange(ResponseInfo reply) {
    var range = CONTENT_RANGE.matcher(reply.headers().firstValue("Content-Range").orElse(""));
    return reply.statusCode() == 206
        && range.matches()
        && Long.parseLong(range.group(1)) == received
        && (total.isEmpty() || Long.parseLong(range.group(2)) == total.getAsLong());
  }

  private void onBytes(long bytes) {
    received += bytes;
    try {
      listener.accept(new DownloadProgress(received, total));
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "A listener of a download failed", e);
    }
  }

  /** The attempt is over, whatever became of it: nothing more is written on its behalf. */
  void endAttempt() {
    FileBodySubscriber last;
    synchronized (this) {
      attempt++;
      last = receiver;
    }
    if (last != null) {
      last.close();
    }
  }

  /** Discards what has been received: the next attempt starts from the first byte. */
  void discardVersion() {
    version = null;
  }

  /** Why the file is not what the server sent, after an attempt that ended without a failure. */
  Optional<String> findDefect(int status, HttpHeaders headers) throws IOException {
    if (!isExpectedRange) {
      return Optional.of("the server sent another part than the one that is missing");
    }
    var size = Files.size(file);
    if (total.isPresent() && total.getAsLong() != size) {
      return Optional.of(size + " of " + total.getAsLong() + " bytes arrived");
    }
    return new ResponseChecksums(headers, status == 200)
        .mismatch(file)
        .map(algorithm -> "what arrived does not match the server's " + algorithm);
  }

  /** What a version of the file is known by: a strong validator, or the date of its last change. */
  private static @Nullable String version(HttpHeaders headers) {
    return headers
        .firstValue("ETag")
        .filter(tag -> tag.startsWith("\""))
        .or(() -> headers.firstValue("Last-Modified"))
        .orElse(null);
  }
}
