package com.example.film;

import com.example.film.models.klingvideo30omnipro.KlingVideo30OmniPro;
import com.example.film.models.klingvideo30omnipro.Size;
import tools.jackson.databind.json.JsonMapper;

final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    var request =
        KlingVideo30OmniPro.textToVideo(Size.P1080_16X9)
            .positivePrompt("A lighthouse keeper signals a passing whale")
            .duration(8)
            .build();
    System.out.println("violations: " + request.check());
    System.out.println("price: " + request.price());
    System.out.println("request: " + JsonMapper.shared().writeValueAsString(request));
  }
}
