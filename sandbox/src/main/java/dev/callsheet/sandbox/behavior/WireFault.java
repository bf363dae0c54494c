package dev.callsheet.sandbox.behavior;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A fault of the connection or the server that applies to the next requests of a kind.
 *
 * @param target which requests it applies to
 * @param moment whether the tasks in the request are accepted before it happens
 * @param times how many requests it applies to, at least 1
 * @param effect what the caller sees
 */
public record WireFault(Target target, Moment moment, int times, Effect effect) {
  /** Which requests a fault applies to. */
  public enum Target {
    /** Those that submit at least one task for a model. */
    SUBMIT,
    /** Those that ask for results and submit nothing. */
    POLL,
    /** Those that fetch a result's media. */
    MEDIA,
    /** Every one that is sent to the API, whatever it is for. */
    ANY
  }

  /** When a fault happens. */
  public enum Moment {
    /** The request has no effect. */
    BEFORE_ACCEPTING,
    /** The request has had its effect; only the reply is faulty. */
    AFTER_ACCEPTING
  }

  /** What the caller sees. */
  public sealed interface Effect {
    /** How it is written at the beginning of a fault, such as {@code status=503}. */
    String text();

    /**
     * An HTTP status with an error in JSON; over WebSocket the error alone.
     *
     * @param retryAfter what the header {@code Retry-After} says, in whole seconds; null for no
     *     such header
     */
    record Status(int status, @Nullable Duration retryAfter) implements Effect {
      @Override
      public String text() {
        return "status="
            + status
            + (retryAfter == null ? "" : ",retry-after=" + retryAfter.toMillis() + "ms");
      }
    }

    /**
     * An HTTP status with a page in HTML, as a proxy sends it; over WebSocket a frame with the
     * page.
     */
    record HtmlPage(int status) implements Effect {
      @Override
      public String text() {
        return "html=" + status;
      }
    }

    /**
     * Nothing but an error, with the HTTP status 200.
     *
     * @param namesTask whether the error says which task it is about: the first of the request
     */
    record ErrorOnly(String code, boolean namesTask) implements Effect {
      @Override
      public String text() {
        return "error=" + code + (namesTask ? "" : ",nobody");
      }
    }

    /** The usual reply, with an additional error that names no task. */
    record AdditionalError(String code) implements Effect {
      @Override
      public String text() {
        return "beside=" + code;
      }
    }

    /** The connection ends without a reply. */
    record Drop() implements Effect {
      @Override
      public String text() {
        return "drop";
      }
    }

    /**
     * The connection ends in the middle of the reply's body; of use for media only.
     *
     * @param bytes how much of the body is sent before
     */
    record Truncate(long bytes) implements Effect {
      @Override
      public String text() {
        return "cut=" + bytes;
      }
    }

    /** The connection stays open, and nothing more is sent over it: neither reply nor pong. */
    record Silence() implements Effect {
      @Override
      public String text() {
        return "silence";
      }
    }

    /** The reply comes, but late; the request has its effect at once, whatever the moment. */
    record Delay(Duration duration) implements Effect {
      @Override
      public String text() {
        return "delay=" + duration.toMillis() + "ms";
      }
    }
  }

  /**
   * Reads a fault in its written form: {@code status=503}, {@code html=502}, {@code error=CODE},
   * {@code beside=CODE}, {@code drop}, {@code silence}, {@code cut=1000} or {@code delay=5s}; with
   * {@code retry-after=2s}, {@code nobody}, {@code on=submit|poll|media|any}, {@code times=3},
   * {@code before} or {@code after} behind it, all joined by commas.
   *
   * @throws IllegalArgumentException when it is not one; the message says what would be
   */
  public static WireFault parse(String text) {
    return WireFaultParser.parse(text);
  }

  /** The written form, which {@link #parse} reads. */
  public String text() {
    return effect.text()
        + ",on="
        + target.name().toLowerCase(Locale.ROOT)
        + (times == 1 ? "" : ",times=" + times)
        + (moment == Moment.BEFORE_ACCEPTING ? ",before" : ",after");
  }

  /** One submit gets this status, 429 or 503 say, and nothing is accepted. */
  public static WireFault status(int status) {
    return new WireFault(
        Target.SUBMIT, Moment.BEFORE_ACCEPTING, 1, new Effect.Status(status, null));
  }

  /** As {@link #status(int)}, with the header {@code Retry-After}. */
  public static WireFault status(int status, Duration retryAfter) {
    return new WireFault(
        Target.SUBMIT, Moment.BEFORE_ACCEPTING, 1, new Effect.Status(status, retryAfter));
  }

  /** One submit gets this status, 502 say, with a body that is not JSON; nothing is accepted. */
  public static WireFault htmlPage(int status) {
    return new WireFault(Target.SUBMIT, Moment.BEFORE_ACCEPTING, 1, new Effect.HtmlPage(status));
  }

  /** One submit gets an error that names its task, and nothing is accepted. */
  public static WireFault error(String code) {
    return new WireFault(
        Target.SUBMIT, Moment.BEFORE_ACCEPTING, 1, new Effect.ErrorOnly(code, true));
  }

  /** One submit gets an error that names no task, and nothing is accepted. */
  public static WireFault errorWithoutTask(String code) {
    return new WireFault(
        Target.SUBMIT, Moment.BEFORE_ACCEPTING, 1, new Effect.ErrorOnly(code, false));
  }

  /** One submit is accepted, and its reply has an additional error that names no task. */
  public static WireFault additionalError(String code) {
    return new WireFault(
        Target.SUBMIT, Moment.AFTER_ACCEPTING, 1, new Effect.AdditionalError(code));
  }

  /** One submit is accepted, and nothing more is sent over its connection. */
  public static WireFault silence() {
    return new WireFault(Target.SUBMIT, Moment.AFTER_ACCEPTING, 1, new Effect.Silence());
  }

  /** One submit is accepted, and its reply is lost. */
  public static WireFault dropReply() {
    return new WireFault(Target.SUBMIT, Moment.AFTER_ACCEPTING, 1, new Effect.Drop());
  }

  /** One submit is accepted, and its reply comes late. */
  public static WireFault delayReply(Duration by) {
    return new WireFault(Target.SUBMIT, Moment.AFTER_ACCEPTING, 1, new Effect.Delay(by));
  }

  /** One download ends after that many bytes. */
  public static WireFault truncate(long bytes) {
    return new WireFault(Target.MEDIA, Moment.AFTER_ACCEPTING, 1, new Effect.Truncate(bytes));
  }

  /** The same for this many requests. */
  public WireFault times(int times) {
    if (times < 1) {
      throw new IllegalArgumentException(
          "a fault applies to at least one request, not to " + times);
    }
    return new WireFault(target, moment, times, effect);
  }

  /** The same for requests of this kind. */
  public WireFault on(Target target) {
    return new WireFault(target, moment, times, effect);
  }

  /** The same, but what was submitted is accepted: a gateway gives up while the task goes on. */
  public WireFault afterAccepting() {
    return new WireFault(target, Moment.AFTER_ACCEPTING, times, effect);
  }

  /** The same, but nothing is accepted. */
  public WireFault beforeAccepting() {
    return new WireFault(target, Moment.BEFORE_ACCEPTING, times, effect);
  }
}
