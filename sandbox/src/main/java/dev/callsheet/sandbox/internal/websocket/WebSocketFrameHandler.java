package dev.callsheet.sandbox.internal.websocket;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
  private final Duration idle;
  private final SocketMessageHandler messageHandler;
  private final ByteArrayOutputStream message = new ByteArrayOutputStream();
  private volatile @Nullable CoreSession socket;
  private volatile boolean muted;

  WebSocketFrameHandler(SocketContext context) {
    this.idle = context.behavior().webSocket().idleTimeout();
    this.messageHandler = new SocketMessageHandler(context, this);
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
      byte[] part = BufferUtil.toArray(frame.getPayload());
      message.write(part, 0, part.length);
      if (frame.isFin()) {
        String whole = message.toString(StandardCharsets.UTF_8);
        message.reset();
        messageHandler.onMessage(whole);
      }
    }
  }

  @Override
  public void onError(Throwable cause, Callback callback) {
    callback.succeeded();
  }

  @Override
  public void onClosed(CloseStatus status, Callback callback) {
    socket = null;
    callback.succeeded();
  }

  @Override
  public boolean send(String text) {
    CoreSession to = socket;
    if (to == null || muted || !to.isOutputOpen()) {
      return false;
    }
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    to.sendFrame(new Frame(OpCode.TEXT, bytes), Callback.NOOP, false);
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
      open.abort();
    }
  }

  @Override
  public void mute() {
    muted = true;
  }
}
