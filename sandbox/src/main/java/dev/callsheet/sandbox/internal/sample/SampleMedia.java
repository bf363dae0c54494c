package dev.callsheet.sandbox.internal.sample;

import dev.callsheet.sandbox.internal.media.HostedMediaContent;
import dev.callsheet.sandbox.internal.media.PixelSize;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A sample that stands in for what a model would have rendered. Its file is made when somebody asks
 * for it, and not kept for long.
 *
 * @param files what keeps files that were asked for a moment ago
 */
public record SampleMedia(SampleDescription description, SampleFormat format, RecentFiles files)
    implements HostedMediaContent {
  @Override
  public byte[] bytes() {
    return files.get(description, format);
  }

  @Override
  public Optional<BigDecimal> seconds() {
    return switch (format.kind()) {
      case VIDEO, AUDIO -> Optional.of(BigDecimal.valueOf(description.milliseconds(), 3));
      case IMAGE, MODEL_3D -> Optional.empty();
    };
  }

  @Override
  public Optional<PixelSize> size() {
    return switch (format.kind()) {
      case VIDEO, IMAGE -> Optional.of(new PixelSize(description.width(), description.height()));
      case AUDIO, MODEL_3D -> Optional.empty();
    };
  }

  @Override
  public String mediaType() {
    return format.mediaType();
  }

  @Override
  public String extension() {
    return format.extension();
  }
}
