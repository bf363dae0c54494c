package com.example.film;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShotMapperTest {
  @Test
  void shotIsMappedToAValidRequest() {
    var shot =
        Shot.builder()
            .description("A lighthouse keeper signals a passing whale")
            .seconds(8)
            .size(Shot.Size.P1080_9X16)
            .build();

    var request = ShotMapper.INSTANCE.request(shot);

    assertEquals(List.of(), request.check());
    assertEquals(1080, request.width());
    assertEquals(1920, request.height());
    assertEquals(8, request.duration());
  }
}
