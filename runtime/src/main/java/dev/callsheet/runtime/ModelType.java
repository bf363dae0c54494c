package dev.callsheet.runtime;

import dev.callsheet.runtime.protocol.PlatformProtocol;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A model as the runtime must know it: what its requests are checked by and what its results are
 * read into. Generated code holds one constant of this for each model.
 *
 * @param platform the name of who sells it, such as {@code runware}; empty when its spec does not
 *     say
 * @param id the model's identifier there, such as {@code klingai:kling-video@o3-pro}
 * @param name the model's name for people
 * @param checker validates a request before it is sent
 * @param resultType the class a result is read into by Jackson
 * @param protocol how the platform is spoken to; null where that is not said here
 * @param <Q> the request type
 * @param <R> the result type
 */
public record ModelType<Q, R extends ModelResult>(
    String platform,
    String id,
    String name,
    Checker<Q> checker,
    Class<R> resultType,
    @Nullable Supplier<PlatformProtocol> protocol) {
  /** A model of a platform that the client has to know from elsewhere. */
  public ModelType(
      String platform, String id, String name, Checker<Q> checker, Class<R> resultType) {
    this(platform, id, name, checker, resultType, null);
  }
}
