package dev.callsheet.sandbox.internal.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.sandbox.internal.sample.SampleDescription.AudioSettings;
import org.junit.jupiter.api.Test;

/** What was asked for last is not made anew, and what was asked for long ago is not kept. */
final class RecentFilesTest {
  private final RecentFiles files = new RecentFiles();

  private byte[] sound(long seed) {
    // Two channels of 16 bits at 44,100 Hz: ten seconds are 1.8 MB.
    return files.get(
        new SampleDescription("m", "", seed, 1, 1, 10_000, 1, AudioSettings.USUAL),
        SampleFormat.WAV);
  }

  @Test
  void aFileIsMadeOnceForRequestsThatFollowEachOther() {
    assertThat(sound(1)).isSameAs(sound(1));
  }

  @Test
  void filesAreForgottenWhenThereAreTooMany() {
    byte[] first = sound(1);
    for (int seed = 2; seed <= 30; seed++) {
      sound(seed);
    }
    assertThat(files.size()).isLessThanOrEqualTo(32L * 1024 * 1024);
    assertThat(sound(1)).isEqualTo(first).isNotSameAs(first);
  }

  /** Otherwise each range of it that a player asks for would make it anew. */
  @Test
  void theLargestSoundThereIsHasRoom() {
    SampleDescription largest =
        new SampleDescription("m", "", 1, 1, 1, 300_000, 1, new AudioSettings(192_000, 2, 320));
    byte[] file = files.get(largest, SampleFormat.WAV);
    assertThat(file).hasSizeGreaterThan(10_000_000);
    assertThat(files.get(largest, SampleFormat.WAV)).isSameAs(file);
  }
}
