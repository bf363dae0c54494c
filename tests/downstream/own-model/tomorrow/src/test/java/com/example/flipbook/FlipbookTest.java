package com.example.flipbook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.callsheet.runtime.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlipbookTest {
  @Test
  void shortClipIsFine() {
    assertEquals(List.of(), Flipbook.handmade("A dancer turns once", 3).check());
  }

  @Test
  void longClipBreaksTheRuleOfTheSpec() {
    List<Violation> violations = Flipbook.handmade("A dancer turns for ever", 8).check();
    assertEquals(List.of("handmade-takes-time"), violations.stream().map(Violation::rule).toList());
  }
}
