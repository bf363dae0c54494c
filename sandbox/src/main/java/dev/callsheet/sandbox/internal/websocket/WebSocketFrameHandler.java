package dev.callsheet.sandbox.internal.websocket;

import dev.callsheet.sandbox.internal.exchange.Exchange;
import dev.callsheet.sandbox.internal.exchange.ExchangeLog;
import dev.callsheet.sandbox.internal.json.StrictUtf8;
import dev.callsheet.sandbox.internal.limit.ReceivedBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;
import org.jspecify.annotations.Nullable;

/** A WebSocket connection: joins frames into messages, and hands these to a message handler. */
final class WebSocketFrameHandler implements FrameHandler, ServerConnection {
  /** A client that does not read what it asked for is not waited for with more than this. */
  private static final long MAX_UNSENT = 64L << 20;

  private static final int BAD_PAYLOAD = 1007;
  private static final int TOO_BIG = 1009;
  private static final int TRY_AGAIN_LATER = 1013;

  private final Duration idle;
  private final int largestMessage;
  private final SocketMessageHandler messageHandler;
  private final ExchangeLog exchanges;
  private final ReceivedBytes message;
  private volatile @Nullable CoreSession socket;
  private final AtomicLong unsent = new AtomicLong();
  private volatile boolean muted;

  WebSocketFrameHandler(SocketContext context, boolean isDryRun) {
    this.largestMessage = context.budget().largestRequest();
    this.idle = context.behavior().webSocket().idleTimeout();
    this.message = new ReceivedBytes(context.budget());
    this.exchanges = context.exchanges();
    this.messageHandler = new SocketMessageHandler(context, this, isDryRun);
  }

  @Override
  public void onOpen(CoreSession opened, Callback callback) {
    opened.setIdleTimeout(idle);
    socket = opened;
    callback.succeeded();
    opened.demand();
  }

  @Override
  public void onFrame(Frame frame, Callback callback) {
    CoreSession from = socket;
    if (from == null) {
      callback.succeeded();
      return;
    }
    if (!muted) {
      handleFrame(frame, from);
    }
    callback.succeeded();
    if (frame.getOpCode() != OpCode.CLOSE) {
      from.demand();
    }
  }

  private void handleFrame(Frame frame, CoreSession from) {
    if (frame.getOpCode() == OpCode.PING) {
      from.sendFrame(
          new Frame(OpCode.PONG, BufferUtil.copy(frame.getPayload())), Callback.NOOP, false);
    } else if (frame.isDataFrame()) {
      ReceivedBytes.Outcome outcome = message.add(frame.getPayload().slice());
      if (outcome != ReceivedBytes.Outcome.TAKEN) {
        mute();
        close(
            outcome == ReceivedBytes.Outcome.TOO_LARGE ? TOO_BIG : TRY_AGAIN_LATER,
            outcome == ReceivedBytes.Outcome.TOO_LARGE
                ? "a message has at most " + largestMessage + " bytes"
                : "too many large messages come in at once");
      } else if (frame.isFin()) {
        Optional<String> whole = StrictUtf8.decode(message.takeAll());
        whole.ifPresent(text -> exchanges.message(Exchange.MESSAGE, text));
        whole.ifPresentOrElse(
            messageHandler::onMessage, () -> close(BAD_PAYLOAD, "the message is not UTF-8"));
      }
    }
  }

  @Override
  public void onError(Throwable cause, Callback callback) {
    callback.succeeded();
  }

  @Override
  public void onClosed(CloseStatus status, Callback callback) {
    boolean wasOpen = socket != null;
    socket = null;
    message.clear();
    if (wasOpen) {
      messageHandler.onClosed();
    }
    callback.succeeded();
  }

  @Override
  public boolean isOpen() {
    CoreSession open = socket;
    return open != null && !muted && open.isOutputOpen();
  }

  @Override
  public boolean send(String text) {
    CoreSession to = socket;
    if (to == null || muted || !to.isOutputOpen()) {
      return false;
    }
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    int length = bytes.remaining();
    if (unsent.addAndGet(length) > MAX_UNSENT) {
      abort();
      return false;
    }
    exchanges.message(Exchange.SENT_FRAME, text);
    to.sendFrame(
        new Frame(OpCode.TEXT, bytes), Callback.from(() -> unsent.addAndGet(-length)), false);
    return true;
  }

  @Override
  public void close(int status, String reason) {
    CoreSession open = socket;
    if (open != null) {
      open.close(status, reason, Callback.NOOP);
    }
  }

  @Override
  public void abort() {
    CoreSession open = socket;
    socket = null;
    if (open != null) {
      messageHandler.onClosed(); // now, and not when the network has noticed
      open.abort();
    }
  }

  @Override
  public void mute() {
    muted = true;
  }
}
