package com.example.film;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.callsheet.runtime.client.TransportKind;
import dev.callsheet.sandbox.Sandbox;
import dev.callsheet.sandbox.SandboxOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.SpringApplication;
import tools.jackson.databind.json.JsonMapper;

/** The application under Spring Boot's own versions of Jackson and Jetty. */
class FilmApplicationTest {
  @Test
  void librariesAreTheManagedOnes() {
    assertThat(jar(JsonMapper.class)).contains("-" + System.getProperty("managed.jackson"));
    assertThat(jar(JsonFormat.class)).contains("-" + System.getProperty("managed.annotations"));
    assertThat(jar(Server.class)).contains("-" + System.getProperty("managed.jetty"));
  }

  private static String jar(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation().getPath();
  }

  @ParameterizedTest
  @EnumSource
  void makesAFilm(TransportKind transport) throws IOException, InterruptedException {
    try (var sandbox = Sandbox.start(SandboxOptions.defaults());
        var application =
            SpringApplication.run(
                FilmApplication.class,
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--film.endpoint=" + sandbox.endpoint(),
                "--film.transport=" + transport)) {
      var port = application.getEnvironment().getRequiredProperty("local.server.port");
      var address = URI.create("http://127.0.0.1:" + port + "/film?prompt=Whales");
      var request = HttpRequest.newBuilder(address).build();

      var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

      assertThat(response.body()).contains("\"address\":\"http://127.0.0.1:");
      assertThat(response.body()).contains("\"prompts\":[\"Whales\",\"The end\"]");
    }
  }
}
