package dev.callsheet.spec.model;

import dev.callsheet.runtime.protocol.PlatformProtocol;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How a platform is spoken to, read from its file when somebody asks: requests are linted without
 * it, and to read it takes longer than to lint one.
 */
public final class DeferredProtocol {
  private @Nullable Supplier<@Nullable PlatformProtocol> reader;
  private @Nullable PlatformProtocol protocol;

  private DeferredProtocol(
      @Nullable Supplier<@Nullable PlatformProtocol> reader, @Nullable PlatformProtocol protocol) {
    this.reader = reader;
    this.protocol = protocol;
  }

  /** One that is read already; null where the platform's file does not say it. */
  public static DeferredProtocol of(@Nullable PlatformProtocol protocol) {
    return new DeferredProtocol(null, protocol);
  }

  /** One that is read when it is asked for, once. */
  public static DeferredProtocol readBy(Supplier<@Nullable PlatformProtocol> reader) {
    return new DeferredProtocol(reader, null);
  }

  synchronized @Nullable PlatformProtocol get() {
    Supplier<@Nullable PlatformProtocol> unread = reader;
    if (unread != null) {
      protocol = unread.get();
      reader = null;
    }
    return protocol;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof DeferredProtocol that && Objects.equals(get(), that.get()));
  }

  /** The same for all: to tell them apart, they would have to be read. */
  @Override
  public int hashCode() {
    return 0;
  }

  @Override
  public String toString() {
    return String.valueOf(get());
  }
}
