package com.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.sandbox.Sandbox;
import dev.callsheet.sandbox.SandboxOptions;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class FilmApplicationTest {
  /** Where there is a sandbox, the application's client goes there. */
  @TestConfiguration
  static class Platform {
    @Bean
    Sandbox sandbox() throws IOException {
      return Sandbox.start(SandboxOptions.defaults());
    }
  }

  @Autowired private FilmApplication application;
  @Autowired private Sandbox sandbox;

  @Test
  void makesAFilm() {
    var film = application.film("Whales");

    assertThat(film.address()).hasHost("127.0.0.1");
    assertThat(sandbox.ledger().totalCharged()).isEqualByComparingTo("0.56");
  }
}
