package dev.callsheet.sandbox.internal.media;

import dev.callsheet.runtime.client.media.Media;
import dev.callsheet.runtime.client.media.MediaType;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/** What a caller stored. Its type is that of its first bytes. */
final class UploadedContent implements HostedMediaContent {
  private final byte[] bytes;
  private final Optional<MediaType> type;

  UploadedContent(byte[] bytes) {
    this.bytes = bytes;
    this.type = MediaType.ofBytes(Arrays.copyOf(bytes, MediaType.SIGNATURE_LENGTH));
  }

  @Override
  public byte[] bytes() {
    return bytes;
  }

  @Override
  public Optional<BigDecimal> seconds() {
    return Media.of(bytes).seconds();
  }

  @Override
  public Optional<PixelSize> size() {
    return PictureHeader.size(bytes);
  }

  @Override
  public String mediaType() {
    return type.map(MediaType::contentType).orElse("application/octet-stream");
  }

  @Override
  public String extension() {
    return type.map(MediaType::extension).orElse("bin");
  }
}
