package com.example.film;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class FilmsTest {
  @Test
  void filmIsValid() {
    assertEquals(List.of(), Films.film("A whale in the harbour").check());
  }
}
