package io.crosscheck.cli;

final class ComputeCommand {}
