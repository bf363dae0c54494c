package com.example.film

import dev.callsheet.junit.Sandbox
import dev.callsheet.runtime.client.CallsheetClient
import dev.callsheet.runtime.client.error.InvalidRequestException
import java.nio.file.Path
import java.time.Duration
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

@Sandbox
class FilmsTest {
    @Test
    fun shotBecomesAFile(client: CallsheetClient, @TempDir folder: Path) {
        val request = shot("A whale", references = listOf("https://media.example.com/keeper.png"))
        assertTrue(film(request, client, folder).single().toFile().length() > 0)
    }

    @Test
    fun resultSaysWhatItCost(client: CallsheetClient) {
        val video = client.submit(shot("A whale")).await(Duration.ofMinutes(1)).single()
        assertEquals(89, cents(video.result()))
    }

    @Test
    fun tooLongAShotIsNotSent(client: CallsheetClient, @TempDir folder: Path) {
        val tooLong = shot("A whale").toBuilder().duration(60).build()
        val refusal = assertThrows(InvalidRequestException::class.java) { film(tooLong, client, folder) }
        assertEquals(listOf("out-of-range"), refusal.violations().map { it.rule() })
    }
}
