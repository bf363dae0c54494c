package dev.callsheet.junit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A sandbox that several classes may share, and that plays another platform. */
@Sandbox(platform = "fal", shared = true)
class SandboxOfAPlatformTest {
  @Test
  void playsThePlatform(dev.callsheet.sandbox.Sandbox sandbox) {
    assertThat(sandbox.platformName()).isEqualTo("fal");
  }
}
