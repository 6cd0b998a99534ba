"""Two calculators of every day: home-infusion per diem and rental."""
