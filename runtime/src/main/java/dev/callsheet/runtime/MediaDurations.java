package dev.callsheet.runtime;

import dev.callsheet.runtime.internal.duration.InlineMedia;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * How long media are that requests speak of, as far as that is known here. What is paid for by the
 * second of an input has an exact price where its length is known, and a price by the second
 * elsewhere.
 */
@FunctionalInterface
public interface MediaDurations {
  /**
   * The length of a video or an audio in seconds, to the microsecond.
   *
   * @param media the value of a media parameter: a data URI, Base64, an address or a UUID
   * @return empty where it is not known, or {@code media} does not last
   */
  Optional<BigDecimal> secondsOf(String media);

  /** What requests show themselves: media that travels in them, as a data URI or Base64. */
  static MediaDurations inline() {
    return InlineMedia::seconds;
  }

  /** The same, and where it is not known there, what others know. */
  default MediaDurations or(MediaDurations others) {
    return media -> secondsOf(media).or(() -> others.secondsOf(media));
  }
}
